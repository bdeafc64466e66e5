import { locationUtil, type PanelProps, PluginContextProvider, usePluginContext } from '@grafana/data';
import { config, usePluginComponent } from '@grafana/runtime';
// Not the default one: what makes that of Grafana's React costs bytes.
import * as React from 'react';
import { APP_ID, NEAR_MISSES_COMPONENT } from '../pluginIds';
import type { NearMissesOptions } from './NearMissesOptions';
import type { NearMissesProps } from './NearMissesProps';

type Props = PanelProps<NearMissesOptions>;

/** What plugin.json declares. */
const dependencies = { grafanaVersion: '', plugins: [], extensions: { exposedComponents: [NEAR_MISSES_COMPONENT] } };

/** Everything else comes from the app: this file may not load chunks, and every dashboard with the panel pays for its bytes. */
export function NearMissPanel(props: Props) {
  const context = usePluginContext();
  // Grafana gives a panel no `dependencies`, and in development mode refuses the component to a plugin that declares none.
  const meta = React.useMemo(() => context && { ...context.meta, dependencies }, [context]);
  const exposed = <Exposed {...props} />;
  return meta ? <PluginContextProvider meta={meta}>{exposed}</PluginContextProvider> : exposed;
}

function Exposed({ options, width, height, timeZone, timeRange, renderCounter, replaceVariables, eventBus }: Props) {
  const { component: NearMisses, isLoading } = usePluginComponent<NearMissesProps>(NEAR_MISSES_COMPONENT);
  // A refresh makes a new range, also when both its ends stay where they were.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const asOf = React.useMemo(() => Date.now(), [timeRange, renderCounter]);
  if (isLoading) {
    return <div role="status">Loading near misses…</div>;
  }
  const from = timeRange.from.valueOf();
  const to = timeRange.to.valueOf();
  const publish: NearMissesProps['publish'] = (event) => eventBus.publish(event);
  return NearMisses ? (
    <NearMisses {...{ options, width, height, timeZone, from, to, asOf, replaceVariables, publish }} />
  ) : (
    <Missing />
  );
}

function Missing() {
  // Somebody without a role is not signed in; then Grafana does not load the app either.
  return config.bootData.user.orgRole ? (
    <div role="alert">
      The Near Miss app is disabled or not installed. None of its near misses is lost. An administrator can enable it on
      the{' '}
      <a className="external-link" href={locationUtil.assureBaseUrl(`/plugins/${APP_ID}`)}>
        plugin’s page
      </a>
      .
    </div>
  ) : (
    <div role="alert">Near misses are not shown on shared dashboards; sign in to see them.</div>
  );
}
