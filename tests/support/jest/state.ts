/**
 * State that the global setup leaves for the global teardown.
 */
import type { MariaDb } from '../worlds/native/mariadb';

export const state: { server?: MariaDb; words: string } = { words: '' };
