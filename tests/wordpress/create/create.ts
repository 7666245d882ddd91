/** A shop with products that KeyCRM lacks, and what is asked of a run that creates them there. */
import { z } from 'zod';
import { changeListSchema } from '../../../src-admin/contract';
import type { Change, Run, RunMode } from '../../../src-admin/contract';
import type { CatalogueSeed, KeyCrmServer } from '../../support/keycrm-server';
import { phpFile } from '../../support/php-file';
import {
	call,
	drive,
	isActive,
	letTimePass,
	openSession,
	startRun,
	step,
	sync,
} from '../support/session';
import type { Session } from '../support/session';

const idsSchema = z.record( z.string(), z.number() );

export const ACCOUNT: CatalogueSeed = {
	categories: [
		{ id: 3, name: 'Посуд' },
		{ id: 4, name: 'Чашки' },
		{ id: 5, name: 'Чашки', parent_id: 3 },
	],
	offers: [
		{ sku: 'KNOWN', quantity: 7 },
		{
			product_id: 1331,
			name: 'Пальто',
			sku: 'COAT-S',
			quantity: 2,
			properties: [ { name: 'Розмір', value: 'S' } ],
		},
		{ sku: 'NEAR-1', quantity: 1 },
		{ sku: 'OLD', is_archived: true },
		{ product_id: 1400, name: 'Плагін знає', sku: null },
	],
};

export interface CreateSession extends Session {
	readonly ids: Record< string, number >;
}

/** The shop has been synced once, so that it is known what KeyCRM lacks. */
export async function openCreateSession(
	mu: Record< string, string > = {}
): Promise< CreateSession > {
	const session = await openSession( ACCOUNT, { mu } );
	const { shop, keycrm } = session;
	keycrm.world.behave( { archived_in_stocks: 'hidden' } );
	await shop.php(
		"return wc_create_attribute( array( 'name' => 'Колір', 'slug' => 'colour' ) );"
	);
	const ids = idsSchema.parse(
		await shop.php( phpFile( __dirname, 'create-shop.php' ) )
	);
	await sync( shop );
	return { ...session, ids };
}

export async function plan(
	{ shop }: Session,
	mode: RunMode = 'create_in_keycrm'
): Promise< Run > {
	const run = await drive( shop, await startRun( shop, mode ) );
	expect( run ).toMatchObject( { status: 'needs_confirmation' } );
	return run;
}

export async function confirm( { shop }: Session, run: Run ): Promise< Run > {
	await call( shop, 'POST', `/runs/${ run.id }/confirm` );
	return drive( shop, await step( shop, run.id ) );
}

/** SKUs that KeyCRM lacks and may get: simple products, and variations of a product that KeyCRM has or has not. */
export const DRESS = [ 'DRESS-S', 'DRESS-M', 'DRESS-L' ];
export const ALL = [ 'CUP', 'CARD', 'MINE', 'COAT-M', 'COAT-L', ...DRESS ];

/** Drives the run as `confirm` does; KeyCRM's clock goes on by 30 s with each pause. */
export async function confirmSlowly(
	{ shop, keycrm }: Session,
	{ id }: Run
): Promise< Run > {
	await call( shop, 'POST', `/runs/${ id }/confirm` );
	for ( let steps = 0; steps < 200; steps++ ) {
		const run = await step( shop, id );
		if ( ! isActive( run ) ) {
			return run;
		}
		if ( run.status === 'waiting' ) {
			keycrm.clock.advance( 30_000 );
			await letTimePass( shop );
		}
	}
	throw new Error( 'The run does not end.' );
}

export const create = async ( session: Session ): Promise< Run > =>
	confirm( session, await plan( session ) );

/** Rows of a run by SKU; a product without SKU by its name. */
export async function rowsOf(
	{ shop }: Session,
	run: Run
): Promise< Map< string, Change > > {
	const rows = new Map< string, Change >();
	for ( let page = 1; ; page++ ) {
		const path = `/runs/${ run.id }/changes?per_page=100&page=${ page }`;
		const list = changeListSchema.parse( await call( shop, 'GET', path ) );
		for ( const row of list.items ) {
			rows.set( row.sku === '' ? row.product_name : row.sku, row );
		}
		if ( list.items.length < 100 ) {
			return rows;
		}
	}
}

/** How many offers the account has of each SKU. */
export const offersOf = ( { world }: KeyCrmServer, skus: readonly string[] ) =>
	skus.map( ( sku ) => world.catalogue.offersOfSku( sku ).length );

/** The account's offer with this SKU; there must be one. */
export function offerOf( { world }: KeyCrmServer, sku: string ) {
	const [ offer, second ] = world.catalogue.offersOfSku( sku );
	if ( ! offer || second ) {
		throw new Error( `${ sku }: ${ offer ? 'several' : 'no' } offers` );
	}
	return offer;
}

/** Requests that make something, without the host. */
export const posts = ( { log }: KeyCrmServer ): string[] =>
	log
		.entries()
		.filter( ( { method } ) => method !== 'GET' )
		.map( ( { endpoint } ) => endpoint );
