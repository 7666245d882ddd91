import { z } from 'zod';
import { parseBody } from '../http/parse-body';
import type { Reply } from '../http/reply';
import { invalid, json, message } from '../http/reply';
import type { Product } from '../model/types';
import type { World } from '../world';
import { carryOut } from './carry-out';
import type { Request } from './handler';
import {
	newOfferSchema,
	newProductSchema,
	offerChangeSchema,
	productChangeSchema,
} from './product-body';
import {
	changeOffer,
	changeProduct,
	createOffer,
	createProduct,
} from './product-changes';
import { productJson } from './product-json';

const MOST_NEW = 100;
const MOST_CHANGES = 10_000;

const importSchema = z.object( {
	products: z.array( newProductSchema ).max( MOST_NEW ),
} );
const newOffersSchema = z.object( {
	offers: z.array( newOfferSchema ).max( MOST_NEW ),
} );
const offerChangesSchema = z.object( {
	offers: z.array( offerChangeSchema ).max( MOST_CHANGES ),
} );

/** POST /products: one product without variants. */
export function postProduct( request: Request ): Reply {
	const { world, call } = request;
	const body = parseBody( newProductSchema, call );
	if ( 'refusal' in body ) {
		return body.refusal;
	}
	const { value } = body;
	const refusal =
		refusedSkus( world, [ value ], '' ) ??
		refusedNames( world, [ value ], '' );
	if ( undefined !== refusal ) {
		return refusal;
	}
	const made: Product[] = [];
	const reply = carryOut(
		request,
		[ value ],
		( product ) => made.push( createProduct( world, product ) ),
		201
	);
	const [ product ] = made;
	return undefined === product || 201 !== reply.status
		? reply
		: json( 201, productJson( world, product, [] ) );
}

/** POST /products/import: several products; the answer has no ids. */
export function importProducts( request: Request ): Reply {
	const { world, call } = request;
	const body = parseBody( importSchema, call );
	if ( 'refusal' in body ) {
		return body.refusal;
	}
	const { products } = body.value;
	return (
		refusedSkus( world, products, 'products.' ) ??
		refusedNames( world, products, 'products.' ) ??
		carryOut(
			request,
			products,
			( product ) => createProduct( world, product ),
			201
		)
	);
}

/** PUT /products/{id}. */
export function putProduct( request: Request ): Reply {
	const { world, call, id } = request;
	const product = world.catalogue.products.get( id );
	if ( undefined === product ) {
		return message( 404, 'Not found.' );
	}
	const body = parseBody( productChangeSchema, call );
	if ( 'refusal' in body ) {
		return body.refusal;
	}
	const renamed =
		body.value.name === product.name ? {} : { name: body.value.name };
	const refusal = refusedNames( world, [ renamed ], '' );
	if ( undefined !== refusal ) {
		return refusal;
	}
	const write = () => changeProduct( world, product, body.value );
	const reply = carryOut( request, [ body.value ], write, 202 );
	return 202 === reply.status
		? json( 202, productJson( world, product, [] ) )
		: reply;
}

/** POST /products/{id}/offers. */
export function postOffers( request: Request ): Reply {
	const { world, call, id } = request;
	const product = world.catalogue.products.get( id );
	if ( undefined === product ) {
		return message( 404, 'Not found.' );
	}
	const body = parseBody( newOffersSchema, call );
	if ( 'refusal' in body ) {
		return body.refusal;
	}
	const { offers } = body.value;
	const nameless = offers.findIndex( ( { name } ) => undefined === name );
	if ( nameless >= 0 && 'required' === world.behaviour.offer_name ) {
		const field = `offers.${ nameless }.name`;
		return invalid( { [ field ]: `The ${ field } field is required.` } );
	}
	return (
		refusedSkus( world, offers, 'offers.' ) ??
		carryOut(
			request,
			offers,
			( offer ) => createOffer( world, product, offer ),
			201
		)
	);
}

/** PUT /offers: prices and measures, never SKU or stock. */
export function putOffers( request: Request ): Reply {
	const { world, call } = request;
	const { catalogue } = world;
	const body = parseBody( offerChangesSchema, call );
	if ( 'refusal' in body ) {
		return body.refusal;
	}
	return carryOut(
		request,
		body.value.offers,
		( change ) => {
			const offer =
				undefined === change.id
					? catalogue.offersOfSku( change.sku ?? '' )[ 0 ]
					: catalogue.offer( change.id );
			if ( undefined !== offer ) {
				changeOffer( world, offer, change );
			}
		},
		202
	);
}

function refusedSkus(
	world: World,
	rows: readonly { sku?: string | null | undefined }[],
	prefix: string
): Reply | undefined {
	if ( 'accepted' === world.behaviour.duplicate_sku ) {
		return undefined;
	}
	const errors: Record< string, string > = {};
	rows.forEach( ( { sku }, place ) => {
		const twice = rows.findIndex( ( row ) => row.sku === sku ) !== place;
		const known = world.catalogue.offersOfSku( sku ?? '' ).length > 0;
		if ( sku && ( twice || known ) ) {
			const field = '' === prefix ? 'sku' : `${ prefix }${ place }.sku`;
			errors[ field ] = 'The sku has already been taken.';
		}
	} );
	return Object.keys( errors ).length > 0 ? invalid( errors ) : undefined;
}

function refusedNames(
	world: World,
	rows: readonly { name?: string | undefined }[],
	prefix: string
): Reply | undefined {
	if ( 'free' === world.behaviour.product_names ) {
		return undefined;
	}
	const known = new Set(
		[ ...world.catalogue.products.values() ].map( ( { name } ) => name )
	);
	const errors: Record< string, string > = {};
	rows.forEach( ( { name }, place ) => {
		const twice = rows.findIndex( ( row ) => row.name === name ) !== place;
		if ( undefined !== name && ( twice || known.has( name ) ) ) {
			const field = '' === prefix ? 'name' : `${ prefix }${ place }.name`;
			errors[ field ] = 'The name has already been taken.';
		}
	} );
	return Object.keys( errors ).length > 0 ? invalid( errors ) : undefined;
}
