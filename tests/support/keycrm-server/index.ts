/**
 * A demo KeyCRM for tests and `npm start`: the contract of its API with its
 * oddities, faults on demand and a log of all requests.
 *
 *     const keycrm = await startKeyCrm( { catalogue: { offers: [ { sku: '0001', quantity: 5 } ] } } );
 *     keycrm.faults.add( { kind: 'status', status: 502 }, { page: 2, next: 1 } );
 *     // … the program under test reads keycrm.url with keycrm.key …
 *     expect( keycrm.log.writes() ).toEqual( [] );
 *     await keycrm.stop();
 *
 * Another process uses `POST /control/{action}` with a JSON object; the actions are in `control/`. People use the page
 * at `/`.
 */
export { startKeyCrm } from './start';
export type { KeyCrmOptions, KeyCrmServer } from './start';
export { World } from './world';
export type { Behaviour, BehaviourPatch, RetryAfter } from './behaviour';
export type { Endpoint, Fault, FaultKind, Scope } from './faults/fault-types';
export { literal } from './json';
export type { LogEntry } from './log';
export { STATUS } from './model/order-settings';
export type { OrderSeed } from './model/order-types';
export type { StockMovement } from './model/stock';
export type { CatalogueSeed, OfferSeed } from './seeds/seed-types';
export { demoCatalogue } from './seeds/demo';
export type { DemoCatalogue, ShopProduct } from './seeds/shop-types';
export { generatedCatalogue, generatedShop } from './seeds/generated';
export { numberOddities, skuOddities } from './seeds/oddities';
export type { NumberOddity } from './seeds/oddities';
