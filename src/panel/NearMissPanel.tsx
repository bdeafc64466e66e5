import { locationUtil, type PanelProps, PluginContextProvider, usePluginContext } from '@grafana/data';
import { usePluginComponent } from '@grafana/runtime';
import React, { useMemo } from 'react';
import { APP_ID, NEAR_MISSES_COMPONENT } from '../pluginIds';
import type { NearMissesOptions } from './NearMissesOptions';
import type { NearMissesProps } from './NearMissesProps';
import { dependencies } from './plugin.json';

type Props = PanelProps<NearMissesOptions>;

/** Everything else comes from the app: this file may not load chunks, and every dashboard with the panel pays for its bytes. */
export function NearMissPanel(props: Props) {
  const context = usePluginContext();
  // Grafana gives a panel no `dependencies`, and in development mode refuses the component to a plugin that declares none.
  const meta = useMemo(
    () => context && { ...context.meta, dependencies: { grafanaVersion: '', ...dependencies } },
    [context]
  );
  return meta ? (
    <PluginContextProvider meta={meta}>
      <Exposed {...props} />
    </PluginContextProvider>
  ) : (
    <Exposed {...props} />
  );
}

function Exposed({ options, width, height, timeZone, timeRange, renderCounter, replaceVariables }: Props) {
  const { component: NearMisses, isLoading } = usePluginComponent<NearMissesProps>(NEAR_MISSES_COMPONENT);
  // A refresh makes a new range, also when both its ends stay where they were.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const asOf = useMemo(() => Date.now(), [timeRange, renderCounter]);
  if (isLoading) {
    return <div role="status">Loading near misses…</div>;
  }
  if (!NearMisses) {
    return <Missing />;
  }
  const from = timeRange.from.valueOf();
  const to = timeRange.to.valueOf();
  return <NearMisses {...{ options, width, height, timeZone, from, to, asOf, replaceVariables }} />;
}

function Missing() {
  return (
    <div role="alert">
      <p>The Near Miss app is disabled or not installed, so its near misses cannot be shown. None of them is lost.</p>
      <p>
        An administrator can enable it on the{' '}
        <a className="external-link" href={locationUtil.assureBaseUrl(`/plugins/${APP_ID}`)}>
          plugin’s page
        </a>
        ; then reload this dashboard.
      </p>
    </div>
  );
}
