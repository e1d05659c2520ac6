/** As much of the browser as opens our own side panel. Each part is missing somewhere. */
export type PanelBrowser = {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
  windows?: { getCurrent(): Promise<{ id?: number | undefined }> };
};

/** Opens the side panel from a click in a frame. Both browsers want it at once, so the window is asked for beforehand. */
export function panelOpener(browser: PanelBrowser, framed: boolean): (() => void) | null {
  const { sidePanel, sidebarAction, windows } = browser;
  if (!framed) return null;
  if (sidebarAction) return () => void sidebarAction.open();
  if (!sidePanel || !windows) return null;
  let windowId: number | undefined;
  void windows.getCurrent().then(({ id }) => {
    windowId = id;
  });
  return () => {
    if (windowId !== undefined) void sidePanel.open({ windowId });
  };
}
