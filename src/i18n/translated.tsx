import { initPluginTranslations } from '@grafana/i18n';
import React, { type ComponentType, lazy, type ReactElement, Suspense } from 'react';
import { APP_ID } from '../pluginIds';

/** The component, drawn only when Near Miss's translations are there: until then `t()` would know no language. */
export function translated<P extends object>(Component: ComponentType<P>): (props: P) => ReactElement {
  const Loaded = lazy(async () => {
    await initPluginTranslations(APP_ID);
    return { default: ({ props }: { props: P }) => <Component {...props} /> };
  });
  return function Translated(props) {
    return (
      <Suspense fallback={null}>
        <Loaded props={props} />
      </Suspense>
    );
  };
}
