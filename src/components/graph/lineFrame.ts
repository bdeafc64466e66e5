import { type DataFrame, type Field, type FieldConfig, FieldType } from '@grafana/data';

/** How Grafana names and colours a line. */
export function lineConfig(displayName: string, unit: string, fixedColor: string): FieldConfig {
  return { displayName, unit, color: { mode: 'fixed', fixedColor } };
}

/** A frame of lines over the same times, epoch ms. */
export function lineFrame(name: string, times: readonly number[], fields: Field[]): DataFrame {
  return {
    name,
    length: times.length,
    fields: [{ name: 'time', type: FieldType.time, config: {}, values: [...times] }, ...fields],
  };
}
