import { PluginPage } from '@grafana/runtime';
import React from 'react';

export default function App() {
  return <PluginPage />;
}
