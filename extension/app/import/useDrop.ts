import { useEffect } from 'preact/hooks';
import type { Wizard } from './wizard.ts';

/** Text that is dragged goes where it is let go. */
const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/** A file that is let go anywhere is taken: else it would replace the page, and what was done on it. */
export function useDrop(wizard: Wizard): void {
  useEffect(() => {
    const end = new AbortController();
    const on = <T extends 'dragover' | 'dragleave' | 'drop'>(type: T, run: (event: DragEvent) => void) =>
      window.addEventListener(type, (event) => holdsFiles(event) && run(event), { signal: end.signal });
    on('dragover', (event) => {
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      wizard.over.value = true;
    });
    on('dragleave', (event) => {
      if (event.relatedTarget === null) wizard.over.value = false;
    });
    on('drop', (event) => {
      event.preventDefault();
      wizard.over.value = false;
      wizard.drop([...(event.dataTransfer?.files ?? [])]);
    });
    return () => end.abort();
  }, [wizard]);
}
