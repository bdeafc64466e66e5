import { makeWorld, refuseUsedHost, removeWorld } from './world';

/** Makes the run's own users, folder and dashboards; what it returns takes them away again, also after failures. */
export default async function globalSetup() {
  await refuseUsedHost();
  const world = await makeWorld();
  process.env.NEAR_MISS_WORLD = JSON.stringify(world);
  return () => removeWorld(world.prefix);
}
