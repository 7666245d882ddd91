export * from './change';
export * from './common';
export * from './connection';
export * from './hold-orders';
export * from './order-sources';
export * from './run';
export * from './settings';
export * from './warehouse-limits';
