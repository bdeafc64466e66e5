import * as emotion from '@emotion/css';
import * as emotionReact from '@emotion/react';
import * as grafanaData from '@grafana/data';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaUi from '@grafana/ui';
import i18next from 'i18next';
import lodash from 'lodash';
import moment from 'moment';
import React from 'react';
import ReactDOM from 'react-dom';
import * as reactDomClient from 'react-dom/client';
import * as jsxRuntime from 'react/jsx-runtime';
import * as router from 'react-router-dom-v5-compat';
import * as rxjs from 'rxjs';
import * as rxjsOperators from 'rxjs/operators';

/** What a plugin may leave out of its bundle. `react-router` is the v6 API, as Grafana shares it. */
const SHARED: Record<string, unknown> = {
  '@emotion/css': emotion,
  '@emotion/react': emotionReact,
  '@grafana/data': grafanaData,
  '@grafana/runtime': grafanaRuntime,
  '@grafana/ui': grafanaUi,
  i18next,
  lodash,
  moment,
  react: React,
  'react-dom': ReactDOM,
  'react-dom/client': reactDomClient,
  'react/jsx-runtime': jsxRuntime,
  'react-router': router,
  rxjs,
  'rxjs/operators': rxjsOperators,
};

type Definition = { needs: string[]; make: (...modules: unknown[]) => unknown };

/** What the script that runs just now defined; its own load event comes before any other script runs. */
let defined: Definition | undefined;

const define = Object.assign(
  (needs: string[], make: Definition['make']) => {
    defined = { needs, make };
  },
  { amd: {} }
);

Object.assign(window, { define });

function provide(name: string, uri: string, exported: object): unknown {
  if (name === 'module') {
    return { id: uri, uri };
  }
  if (name === 'exports') {
    return exported;
  }
  if (!(name in SHARED)) {
    throw new Error(`${uri} needs "${name}", which Grafana does not share with plugins`);
  }
  return SHARED[name];
}

const loaded = new Map<string, Promise<Record<string, unknown>>>();

/** Loads an AMD module by its path below the root, once. */
export function loadModule(path: string): Promise<Record<string, unknown>> {
  const known = loaded.get(path);
  if (known) {
    return known;
  }
  const loading = new Promise<Record<string, unknown>>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `/${path}`;
    script.onerror = () => reject(new Error(`${path} cannot be loaded`));
    script.onload = () => {
      const definition = defined;
      defined = undefined;
      if (!definition) {
        reject(new Error(`${path} defines no AMD module`));
        return;
      }
      try {
        const exported = {};
        const modules = definition.needs.map((name) => provide(name, script.src, exported));
        resolve((definition.make(...modules) ?? exported) as Record<string, unknown>);
      } catch (error) {
        reject(error);
      }
    };
    document.head.append(script);
  });
  loaded.set(path, loading);
  return loading;
}
