import { memoryAnnotations } from '../grafana/memoryAnnotations';
import type { AnnotationsMode } from '../grafana/annotationRules';
import { unique, type Access, type ContractHost, type ContractUser } from './contractHost';

/** The in-memory twin as a host of the contract suite. */
export function memoryHost(mode: AnnotationsMode): ContractHost {
  const server = memoryAnnotations({ mode });
  const restricted = new Map<string, ReadonlyMap<string, Access>>();
  return {
    makeUser: async (role): Promise<ContractUser> => {
      const login = unique(role.toLowerCase());
      const access = (uid: string) => restricted.get(uid)?.get(login);
      const port = server.as({
        login,
        editsOrganization: role === 'Editor',
        hides: (uid) => restricted.has(uid) && access(uid) === undefined,
        edits: (uid) => (restricted.has(uid) ? access(uid) === 'Edit' : role === 'Editor'),
      });
      return { login, port, send: null };
    },
    makeDashboard: async (only) => {
      const uid = unique('dashboard');
      if (only) {
        restricted.set(uid, new Map(only.map(({ user, access }) => [user.login, access])));
      }
      return uid;
    },
    deleteDashboard: async (uid) => server.deleteDashboard(uid),
    cleanUp: async () => {},
  };
}
