declare module 'amd-module' {
  /** The AMD loader's own description of the module being defined. */
  const amdModule: { id: string; uri: string } | undefined;
  export default amdModule;
}
