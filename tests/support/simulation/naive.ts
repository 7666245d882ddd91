/** What other plugins do: they set the stock to the API's number. */
import { available } from '../open-order-cases/numbers';
import type { Stage } from './stage';

export class Naive {
	constructor( private readonly stage: Stage ) {}

	*run( skus: readonly number[] ): Generator< void > {
		const { crm, judge, rules, shop } = this.stage;
		for ( const sku of skus ) {
			yield;
			const level = {
				quantity: crm.quantity.of( sku ),
				reserve: crm.reserve.of( sku ),
				read_at: 0,
				stored_at: 0,
			};
			const lost = judge.lost( sku );
			yield;
			while ( shop.locked.has( sku ) ) {
				yield;
			}
			const exact = available( level, 0, {
				...rules,
				allow_negative: true,
			} );
			const to = available( level, 0, rules );
			shop.stock.set( sku, to );
			judge.written( sku, lost, to - exact );
		}
	}
}
