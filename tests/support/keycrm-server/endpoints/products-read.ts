import { commaList } from '../http/call';
import { paginate, rowsOf } from '../http/paginate';
import type { QueryRules } from '../http/query-rules';
import { listOf, refusedQuery } from '../http/query-rules';
import type { Reply } from '../http/reply';
import { json, message } from '../http/reply';
import type { Offer, Product } from '../model/types';
import type { Request } from './handler';
import { keptValues, offersOfIds, offersOfSkus } from './offer-filter';
import { offerJson, productJson } from './product-json';
import { moved } from './row-drift';

const OFFER_RULES: QueryRules = {
	filters: [ 'id', 'product_id', 'sku', 'is_archived' ],
	includes: [ 'product' ],
	sorts: [ 'id', '-id' ],
};

const PRODUCT_RULES: QueryRules = {
	filters: [ 'product_id', 'category_id', 'is_archived' ],
	includes: [ 'custom_fields' ],
};

/** GET /offers. */
export function readOffers( request: Request ): Reply {
	const { world, call, faults } = request;
	const refusal = refusedQuery( call, OFFER_RULES );
	if ( undefined !== refusal ) {
		return refusal;
	}
	const includes = listOf( call, 'include' );
	const offers = moved( selectOffers( request ), world, faults );
	const rows = rowsOf( offers, ( offer ) =>
		offerJson( world, offer, includes )
	);
	return paginate( call, rows, world.behaviour, faults );
}

function selectOffers( { world, call, faults }: Request ): readonly Offer[] {
	const { catalogue, behaviour } = world;
	const sort = call.query.get( 'sort' );
	let list = undefined === sort ? catalogue.offers() : catalogue.offersById();
	if ( '-id' === sort ) {
		list = [ ...list ].reverse();
	}
	if ( undefined !== faults.find( 'filters_ignored' ) ) {
		return list;
	}
	const keep = ( kept: readonly Offer[] ) => {
		const set = new Set( kept );
		list = list.filter( ( offer ) => set.has( offer ) );
	};
	const ids = commaList( call, 'filter[id]' );
	const skus = commaList( call, 'filter[sku]' );
	const product_ids = commaList( call, 'filter[product_id]' );
	const archived = call.query.get( 'filter[is_archived]' );
	if ( null !== ids ) {
		keep( offersOfIds( catalogue, keptValues( ids, faults ) ) );
	}
	if ( null !== skus ) {
		const kept = keptValues( skus, faults );
		keep( offersOfSkus( catalogue, kept, behaviour.sku_match ) );
	}
	if ( null !== product_ids ) {
		const found = keptValues( product_ids, faults ).flatMap(
			( id ) => catalogue.products.get( Number( id ) )?.offers ?? []
		);
		keep( found );
	}
	if ( undefined === archived && 'hidden' === behaviour.archived_in_offers ) {
		return list.filter( ( one ) => ! one.is_archived );
	}
	return undefined === archived
		? list
		: list.filter( ( one ) => String( one.is_archived ) === archived );
}

/** GET /products. */
export function readProducts( { world, call, faults }: Request ): Reply {
	const refusal = refusedQuery( call, PRODUCT_RULES );
	if ( undefined !== refusal ) {
		return refusal;
	}
	const includes = listOf( call, 'include' );
	const ids = commaList( call, 'filter[product_id]' );
	const categories = commaList( call, 'filter[category_id]' );
	const archived = call.query.get( 'filter[is_archived]' );
	const fits = ( product: Product ) =>
		( null === ids || ids.includes( String( product.id ) ) ) &&
		( null === categories ||
			categories.includes( String( product.category_id ) ) ) &&
		( undefined === archived ||
			archived === String( product.is_archived ) );
	const list = [ ...world.catalogue.products.values() ].filter( fits );
	const rows = rowsOf( list, ( product ) =>
		productJson( world, product, includes )
	);
	return paginate( call, rows, world.behaviour, faults );
}

/** GET /products/categories. */
export function readCategories( { world, call, faults }: Request ): Reply {
	const refusal = refusedQuery( call, {
		filters: [ 'category_id', 'parent_id' ],
	} );
	if ( undefined !== refusal ) {
		return refusal;
	}
	const ids = commaList( call, 'filter[category_id]' );
	const parents = commaList( call, 'filter[parent_id]' );
	const list = [ ...world.catalogue.categories.values() ].filter(
		( { id, parent_id } ) =>
			( null === ids || ids.includes( String( id ) ) ) &&
			( null === parents || parents.includes( String( parent_id ) ) )
	);
	const rows = rowsOf( list, ( one ) => ( { ...one } ) );
	return paginate( call, rows, world.behaviour, faults );
}

/** GET /products/{id}: without an envelope. */
export function readProduct( { world, call, id }: Request ): Reply {
	const { includes } = PRODUCT_RULES;
	const rules = { filters: [], includes: includes ?? [] };
	const refusal = refusedQuery( call, rules );
	const product = world.catalogue.products.get( id );
	if ( undefined === product ) {
		return message( 404, 'Not found.' );
	}
	const asked = listOf( call, 'include' );
	return refusal ?? json( 200, productJson( world, product, asked ) );
}
