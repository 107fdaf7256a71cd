import './phone.css';
import { unstableSetRender } from 'antd-mobile';
import type { ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';

/** Under React 19 the kit's Toast and Dialog show nothing, and say nothing, until they are told how to render. */
export function preparePhoneKit(): void {
  const roots = new WeakMap<Element | DocumentFragment, Root>();
  unstableSetRender((node, container) => {
    const root = roots.get(container) ?? createRoot(container);
    roots.set(container, root);
    root.render(node as ReactElement);
    return async () => {
      // The kit may unmount while React renders; the next task is safe.
      await new Promise((resolve) => setTimeout(resolve));
      root.unmount();
      roots.delete(container);
    };
  });
}
