import { css } from '@emotion/css';
import { AppEvents, PluginContextProvider, type GrafanaTheme2, type NavModelItem } from '@grafana/data';
import { config, getAppEvents, getBackendSrv, type PluginPageProps } from '@grafana/runtime';
import { Alert, Button, Field, IconButton, Input, Link, LoadingPlaceholder, Switch, Tab, TabsBar, TextLink, useStyles2 } from '@grafana/ui';
import { createContext, Suspense, useContext, useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { useLocation, useParams } from 'react-router-dom-v5-compat';
import { useAsync } from 'react-use';
import { apps } from './extensions';

const SectionContext = createContext<NavModelItem | undefined>(undefined);

/** The frame that PluginPage of @grafana/runtime stands for. */
export function PluginPageHere({ children, pageNav, actions, info, renderTitle, subTitle }: PluginPageProps) {
  const styles = useStyles2(getStyles);
  const section = useContext(SectionContext);
  const title = pageNav?.text ?? section?.text ?? '';
  useEffect(() => {
    document.title = `${title} - Near Miss preview`;
  }, [title]);
  return (
    <>
      <div className={styles.heading}>
        {renderTitle ? renderTitle(title) : <h1>{title}</h1>}
        {(info ?? []).map(({ label, value }) => (
          <div key={label}>
            {label}: {value}
          </div>
        ))}
        <div className={styles.space} />
        {actions}
      </div>
      {subTitle ?? pageNav?.subTitle}
      {children}
    </>
  );
}

type Include = { type: string; name: string; path: string; role?: string; addToNav?: boolean };

function menuOf(includes: Include[] = []) {
  const { orgRole } = config.bootData.user;
  return includes.filter(({ type, addToNav, role }) => type === 'page' && addToNav && (role !== 'Admin' || orgRole === 'Admin'));
}

/** `/a/<id>/*`: the app's own pages. Roles are checked as Grafana does, on the exact path only. */
export function AppPage() {
  const { pluginId = '' } = useParams();
  const { pathname } = useLocation();
  const app = apps.get(pluginId);
  if (!app?.plugin.root) {
    return <Alert title="App not found">There is no enabled app with the id {pluginId}.</Alert>;
  }
  const { plugin, meta } = app;
  const Root = app.plugin.root;
  const here = (meta.includes as Include[] | undefined)?.find(({ path }) => path === pathname);
  if (here?.role === 'Admin' && config.bootData.user.orgRole !== 'Admin') {
    return <Alert title="Access denied">You do not have permission to see this page.</Alert>;
  }
  return (
    <SectionContext.Provider value={{ text: here?.name ?? meta.name }}>
      <PluginContextProvider meta={meta}>
        <Suspense fallback={<LoadingPlaceholder text="Loading" />}>
          <Root meta={plugin.meta} basename={`/a/${pluginId}`} onNavChanged={() => undefined} query={{}} path={pathname} />
        </Suspense>
      </PluginContextProvider>
    </SectionContext.Provider>
  );
}

/** `/plugins/<id>`: switching the app on and off, and its configuration pages. */
export function PluginConfigPage() {
  const { pluginId = '' } = useParams();
  const { search } = useLocation();
  const listed = config.apps[pluginId];
  const app = apps.get(pluginId);
  const pages = app?.plugin.configPages ?? [];
  const current = pages.find(({ id }) => id === new URLSearchParams(search).get('page')) ?? pages[0];
  const admin = config.bootData.user.orgRole === 'Admin';
  if (!listed) {
    return <Alert title="Plugin not found">{pluginId}</Alert>;
  }
  const turn = async (enabled: boolean) => {
    const url = `/api/plugins/${pluginId}/settings`;
    const { jsonData } = await getBackendSrv().get(url);
    await getBackendSrv().post(url, { enabled, pinned: enabled, jsonData });
    window.location.reload();
  };
  return (
    <>
      <h1>{pluginId}</h1>
      {admin && (
        <Field label="Enabled" htmlFor="app-enabled">
          <Switch id="app-enabled" value={Boolean(app)} onChange={() => turn(!app)} />
        </Field>
      )}
      <TabsBar>
        {pages.map(({ id, title, icon }) => (
          <Tab key={id} label={title} icon={icon} active={id === current?.id} href={`/plugins/${pluginId}?page=${id}`} />
        ))}
      </TabsBar>
      {app && current && admin && (
        <PluginContextProvider meta={app.meta}>
          <current.body plugin={app.plugin} query={{}} />
        </PluginContextProvider>
      )}
      {!admin && <Alert title="Only an Admin may configure plugins" severity="info" />}
    </>
  );
}

type Hit = { uid: string; title: string; url: string; type: string; folderTitle?: string };

export function DashboardList() {
  const { value: hits = [] } = useAsync((): Promise<Hit[]> => getBackendSrv().get('/api/search', { type: 'dash-db' }), []);
  return (
    <>
      <h1>Dashboards</h1>
      <ul>
        {hits.map(({ uid, title, url, folderTitle }) => (
          <li key={uid}>
            {folderTitle ? `${folderTitle} / ` : ''}
            <TextLink href={url}>{title}</TextLink>
          </li>
        ))}
      </ul>
    </>
  );
}

export function LoginPage() {
  const [failure, setFailure] = useState('');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = Object.fromEntries(new FormData(event.currentTarget));
    try {
      await getBackendSrv().post('/login', data, { showErrorAlert: false, showSuccessAlert: false });
      const back = new URLSearchParams(window.location.search).get('redirectTo') ?? '/';
      window.location.assign(back.startsWith('/') ? back : '/');
    } catch {
      setFailure('Invalid username or password');
    }
  };
  return (
    <form onSubmit={submit} className={css({ maxWidth: 320, margin: '15vh auto' })}>
      <h1>Near Miss preview</h1>
      {failure && <Alert title={failure} />}
      <Field label="Email or username" htmlFor="user">
        <Input id="user" name="user" autoComplete="username" required />
      </Field>
      <Field label="Password" htmlFor="password">
        <Input id="password" name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit">Log in</Button>
    </form>
  );
}

type Toast = { id: number; severity: 'success' | 'warning' | 'error' | 'info'; title: string; text?: string };

/** Alerts on the event bus, for five seconds (success) or until closed. */
function Toasts() {
  const styles = useStyles2(getStyles);
  const [toasts, setToasts] = useState<Toast[]>([]);
  useEffect(() => {
    const close = (id: number) => setToasts((now) => now.filter((toast) => toast.id !== id));
    const kinds = [
      ['success', AppEvents.alertSuccess],
      ['warning', AppEvents.alertWarning],
      ['error', AppEvents.alertError],
      ['info', AppEvents.alertInfo],
    ] as const;
    const subscriptions = kinds.map(([severity, event]) =>
      getAppEvents()
        .getStream({ type: event.name } as never)
        .subscribe(({ payload: [title, text] = [] }: { payload?: string[] }) => {
          const id = Date.now() + Math.random();
          setToasts((now) => [...now, { id, severity, title: title ?? '', text }]);
          if (severity === 'success') {
            setTimeout(() => close(id), 5000);
          }
        })
    );
    return () => subscriptions.forEach((subscription) => subscription.unsubscribe());
  }, []);
  const dismiss = (id: number) => setToasts((now) => now.filter((toast) => toast.id !== id));
  return (
    <div className={styles.toasts} aria-live="polite">
      {toasts.map(({ id, severity, title, text }) => (
        <Alert
          key={id}
          severity={severity}
          title={title}
          elevated
          onRemove={() => dismiss(id)}
          data-testid={`data-testid Alert ${severity}`}
        >
          {text}
        </Alert>
      ))}
    </div>
  );
}

/** Top bar, side menu from plugin.json, and the page. */
export function Shell({ children }: { children: ReactNode }) {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const [open, setOpen] = useState(window.innerWidth > 1000);
  const user = config.bootData.user;
  const pages = [...apps.values()].map(({ meta }) => ({ name: meta.name, pages: menuOf(meta.includes as Include[]) }));
  const link = (path: string, name: string) => (
    <li key={path}>
      <Link href={path} className={styles.link} aria-current={pathname === path ? 'page' : undefined}>
        {name}
      </Link>
    </li>
  );
  return (
    <div className={styles.frame}>
      <header className={styles.bar}>
        <IconButton name="bars" size="lg" aria-label="Menu" aria-expanded={open} onClick={() => setOpen(!open)} />
        <strong>Near Miss preview</strong>
        <div className={styles.space} />
        {user.login} ({user.orgRole}){user.isSignedIn ? <a href="/logout">Sign out</a> : <a href="/login">Sign in</a>}
      </header>
      <div className={styles.columns}>
        {open && (
          <nav aria-label="Main" className={styles.nav}>
            <ul>
              {link('/dashboards', 'Dashboards')}
              {pages.map((app) => (
                <li key={app.name}>
                  {app.name}
                  <ul>{app.pages.map(({ path, name }) => link(path, name))}</ul>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <main className={styles.main}>{children}</main>
      </div>
      <Toasts />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ display: 'flex', flexDirection: 'column', minHeight: '100vh', background: theme.colors.background.canvas }),
  bar: css({
    display: 'flex',
    gap: theme.spacing(2),
    alignItems: 'center',
    padding: theme.spacing(1, 2),
    background: theme.colors.background.primary,
  }),
  columns: css({ display: 'flex', flexGrow: 1 }),
  nav: css({
    width: 200,
    flexShrink: 0,
    padding: theme.spacing(2),
    background: theme.colors.background.primary,
    ul: { listStyle: 'none' },
    'ul ul': { paddingLeft: theme.spacing(2) },
  }),
  link: css({ display: 'block', padding: theme.spacing(0.5), '&[aria-current]': { fontWeight: 'bold' } }),
  main: css({ flexGrow: 1, minWidth: 0, padding: theme.spacing(2) }),
  heading: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 3), alignItems: 'center', marginBottom: theme.spacing(2) }),
  space: css({ flexGrow: 1 }),
  toasts: css({ position: 'fixed', top: 56, right: 16, width: 400, maxWidth: '90vw', zIndex: theme.zIndex.portal }),
});
