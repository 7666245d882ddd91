/**
 * What has to be remembered from before the tests until after them.
 */
import type { MariaDb } from '../worlds/native/mariadb';

export const state: { server?: MariaDb; words: string } = { words: '' };
