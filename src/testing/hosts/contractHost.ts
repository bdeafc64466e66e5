import type { AnnotationPort } from '../../storage/annotations/annotationPort';
import type { Send } from '../../grafana/send';

export interface ContractUser {
  login: string;
  port: AnnotationPort;
  /** Requests as this user; null where the host is no server. */
  send: Send | null;
}

export type Access = 'View' | 'Edit';

/** What the contract suite runs on: an annotations port with users and dashboards that belong to this run alone. */
export interface ContractHost {
  makeUser(role: 'Editor' | 'Viewer'): Promise<ContractUser>;
  /** A dashboard everybody may see by their role; with `only`, in a folder of its own where just these may. */
  makeDashboard(only?: ReadonlyArray<{ user: ContractUser; access: Access }>): Promise<string>;
  deleteDashboard(uid: string): Promise<void>;
  /** Removes all that was made, also after a failure. */
  cleanUp(): Promise<void>;
}

let count = 0;

/** A name that no other run and no other test has. */
export function unique(what: string): string {
  count += 1;
  return `nmct-${RUN}-${what}-${count}`;
}

const RUN = Math.random().toString(36).slice(2, 8);
