import { css } from '@emotion/css';
import { dateTime, isDateTime, PluginContextProvider, PluginExtensionTypes } from '@grafana/data';
import type { AppPlugin, AppPluginMeta, PluginExtensionAddedLinkConfig, PluginExtensionEventHelpers } from '@grafana/data';
import type { PluginExtensionLink, PluginExtensionOpenModalOptions } from '@grafana/data';
import { config, getBackendSrv } from '@grafana/runtime';
import { ErrorBoundaryAlert, Modal } from '@grafana/ui';
import { useMemo, useSyncExternalStore, type ComponentType } from 'react';
import { useAsync } from 'react-use';
import { loadModule } from './amd';

export type LoadedApp = { plugin: AppPlugin; meta: AppPluginMeta };
type Link = PluginExtensionAddedLinkConfig & { pluginId: string };
/** A link as Grafana 13 gives it to its own menus: `group` is newer than the type of 13.1. */
export type MenuLink = PluginExtensionLink & { group?: { name: string; icon?: string } };

const links: Link[] = [];
const exposed = new Map<string, { pluginId: string; component: ComponentType<object> }>();
export const apps = new Map<string, LoadedApp>();

/** Both must match plugin.json, as in Grafana's development mode. */
function isDeclared(link: PluginExtensionAddedLinkConfig, meta: AppPluginMeta): boolean {
  const declared = meta.extensions?.addedLinks.find(({ title }) => title === link.title);
  const targets = [link.targets].flat();
  const missing = targets.filter((target) => ![declared?.targets ?? []].flat().includes(target));
  if (missing.length > 0) {
    console.error(`Link "${link.title}" of ${meta.id} is not registered: plugin.json declares no such title for ${missing}.`);
  }
  return missing.length === 0;
}

/** Loads every enabled app and keeps what it adds to Grafana. */
export async function loadApps() {
  for (const { id } of Object.values(config.apps)) {
    const meta = await getBackendSrv().get<AppPluginMeta>(`/api/plugins/${id}/settings`);
    if (!meta.enabled) {
      continue;
    }
    const { plugin } = (await loadModule(meta.module)) as { plugin: AppPlugin };
    plugin.meta = meta;
    plugin.init(meta);
    apps.set(id, { plugin, meta });
    links.push(...plugin.addedLinkConfigs.filter((link) => isDeclared(link, meta)).map((link) => ({ ...link, pluginId: id })));
    for (const { id: componentId, component } of plugin.exposedComponentConfigs) {
      if (meta.extensions?.exposedComponents.some((each) => each.id === componentId)) {
        exposed.set(componentId, { pluginId: id, component: component as ComponentType<object> });
      } else {
        console.error(`Component "${componentId}" is not registered: plugin.json does not declare it.`);
      }
    }
  }
}

/** Deep, and made anew for what is read: writes fail, structuredClone fails, as with Grafana's own. */
export function readOnly<T extends object>(value: T): T {
  const made = new WeakMap<object, object>();
  const wrap = (inner: object) => made.get(inner) ?? made.set(inner, readOnly(inner)).get(inner);
  return new Proxy(value, {
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
    get: (target, name, receiver) => {
      const inner = Reflect.get(target, name, receiver);
      if (isDateTime(inner)) {
        return dateTime(inner);
      }
      return typeof inner === 'object' && inner !== null ? wrap(inner) : inner;
    },
  });
}

/** The plugin's context around a component that Grafana renders for it. */
function WithPlugin({ pluginId, children }: { pluginId: string; children: React.ReactNode }) {
  const { value: meta } = useAsync(
    (): Promise<AppPluginMeta> => getBackendSrv().get(`/api/plugins/${pluginId}/settings`, undefined, undefined, { showErrorAlert: false }),
    [pluginId]
  );
  return meta ? (
    <PluginContextProvider meta={meta}>
      <ErrorBoundaryAlert boundaryName="plugin">{children}</ErrorBoundaryAlert>
    </PluginContextProvider>
  ) : null;
}

type Shown = PluginExtensionOpenModalOptions & { pluginId: string };
let shown: Shown | undefined;
const watchers = new Set<() => void>();

function show(next: Shown | undefined) {
  shown = next;
  watchers.forEach((watch) => watch());
}

const watchModal = (watch: () => void) => {
  watchers.add(watch);
  return () => watchers.delete(watch);
};

/** The one modal that a link opened. It closes on a click beside it, which is Grafana's way. */
export function PluginModal() {
  const open = useSyncExternalStore(watchModal, () => shown);
  if (!open) {
    return null;
  }
  const { title, width, height, body: Body, pluginId } = open;
  const close = () => show(undefined);
  return (
    <WithPlugin pluginId={pluginId}>
      <Modal title={title} className={css({ width, height })} isOpen onDismiss={close} onClickBackdrop={close}>
        <ErrorBoundaryAlert boundaryName="plugin-modal">
          <Body onDismiss={close} />
        </ErrorBoundaryAlert>
      </Modal>
    </WithPlugin>
  );
}

/** Where a link leads; null when its `configure` hides it. */
function toMenuLink(link: Link, extensionPointId: string, given: object | undefined): MenuLink[] {
  const context = given && readOnly(given);
  const overrides = link.configure ? link.configure(context) : {};
  if (overrides === undefined) {
    return [];
  }
  const { pluginId, title, description = '', path, icon, category, onClick } = { ...link, ...overrides };
  const helpers: PluginExtensionEventHelpers = {
    context,
    extensionPointId,
    openModal: (options) => show({ ...options, pluginId }),
    openSidebar: () => undefined,
    closeSidebar: () => undefined,
    toggleSidebar: () => undefined,
  };
  const group = 'group' in link ? (link.group as MenuLink['group']) : undefined;
  const click = onClick && ((event?: React.MouseEvent) => void onClick(event, helpers));
  const id = `${pluginId}-${title}`;
  return [{ id, type: PluginExtensionTypes.link, pluginId, title, description, path, icon, category, group, onClick: click }];
}

export function findLinks(extensionPointId: string, context?: object): MenuLink[] {
  const here = links.filter(({ targets }) => [targets].flat().includes(extensionPointId));
  return here.flatMap((link) => toMenuLink(link, extensionPointId, context));
}

export function usePluginLinksHere({ extensionPointId, context }: { extensionPointId: string; context?: object }) {
  return useMemo(() => ({ isLoading: false, links: findLinks(extensionPointId, context) }), [extensionPointId, context]);
}

/** Null when no enabled app exposes it. */
export function usePluginComponentHere<P extends object>(id: string) {
  return useMemo(() => {
    const found = exposed.get(id);
    const Component = found?.component as ComponentType<P> | undefined;
    const wrapped = (props: P) =>
      found && Component ? (
        <WithPlugin pluginId={found.pluginId}>
          <Component {...props} />
        </WithPlugin>
      ) : null;
    return { isLoading: false, component: found ? wrapped : null };
  }, [id]);
}
