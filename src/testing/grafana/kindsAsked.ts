import type { SendRequest } from '../../grafana/send';

const KINDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^\/api\/user$/, 'user'],
  [/^\/api\/annotations\/\d+$/, 'annotation'],
  [/^\/api\/annotations(\?|$)/, 'annotations'],
  [/^\/api\/dashboards\/uid\/([^/?]+)\/permissions$/, 'permissions of dashboard'],
  [/^\/api\/dashboards\/uid\/([^/?]+)$/, 'dashboard'],
  [/^\/api\/dashboards\/db$/, 'dashboard'],
  [/^\/api\/folders\/([^/?]+)\/permissions$/, 'permissions of folder'],
  [/^\/api\/folders\/([^/?]+)$/, 'folder'],
  [/^\/api\/search\?/, 'search'],
  [/^\/api\/plugins\/[^/]+\/settings$/, 'settings'],
  [/^\/api\/access-control\/user\/permissions/, 'rights'],
  [/^\/api\/admin\/settings$/, 'settings of the server'],
  [/^\/apis\/userstorage\.grafana\.app\//, 'user storage'],
];

interface Asked {
  readonly asked: readonly SendRequest[];
}

/** What was asked of Grafana, in order: `GET settings`, and by uid `GET dashboard checkout`, whatever the address. */
export function kindsAsked({ asked }: Asked): string[] {
  return asked.map(({ method, path }) => {
    const [kind, uid] = KINDS.flatMap(([address, name]) => {
      const match = address.exec(path);
      return match ? [name, ...match.slice(1, 2)] : [];
    });
    return [method, kind ?? path, ...(uid ? [decodeURIComponent(uid)] : [])].join(' ');
  });
}
