import { type Component, createElement, type FunctionComponent, type VNode } from 'preact';

const differs = (before: object, next: object): boolean => {
  const names = Object.keys(next);
  return (
    names.length !== Object.keys(before).length ||
    names.some((name) => before[name as never] !== next[name as never])
  );
};

/** A part that is drawn anew only where what it is given has changed: one of many in a list that scrolls. */
export function memo<P extends object>(Part: FunctionComponent<P>): FunctionComponent<P> {
  return function Kept(this: Component<P>, props: P): VNode {
    this.shouldComponentUpdate = (next) => differs(this.props, next);
    return createElement(Part as FunctionComponent, props);
  };
}
