declare module 'amd-module' {
  /** The AMD loader's own description of the module being defined. */
  const amdModule: { id: string; uri: string } | undefined;
  export default amdModule;
}

/** The bundler's: where lazy chunks are loaded from. */
declare let __webpack_public_path__: string;
