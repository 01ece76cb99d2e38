/** Processor time of this process in milliseconds, counting up: what a busy neighbour does not lengthen. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
