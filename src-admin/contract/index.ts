export * from './change';
export * from './common';
export * from './connection';
export * from './hold-orders';
export * from './run';
export * from './settings';
