/** Makes one statement fail, lose a deadlock or lose its connection while drafts are made: in the end each is there, whole and once. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { phpFile } from '../../support/php-file';
import { call, drive, letTimePass } from '../support/session';
import type { Session } from '../support/session';
import { plan } from './create';
import {
	countProducts,
	DRAFTS,
	draftsOf,
	forgetDrafts,
	leftovers,
	openDraftSession,
	servePictures,
} from './drafts';
import type { Pictures } from './drafts';
import { describeRealNative } from './real-shop';

jest.setTimeout( 1_800_000 );

const PLACES = 25;

describeRealNative( 'a database that fails', () => {
	let session: Session;
	let pictures: Pictures;
	let before: number;

	beforeAll( async () => {
		pictures = await servePictures();
		session = await openDraftSession( pictures );
		before = await countProducts( session );
		copyFileSync(
			join( __dirname, '../../support/database-faults/db.php' ),
			join( session.shop.dir, 'wp-content/db.php' )
		);
	} );
	afterAll( async () => {
		await session.stop();
		await pictures.stop();
	} );

	const disturbedSchema = z.object( { hit: z.string(), seen: z.number() } );

	/** Confirms a list of drafts, and disturbs the first step. @return What is there once the run has ended. */
	async function disturbed( fault: string, at: number ) {
		const { shop } = session;
		const run = await plan( session, 'create_in_shop' );
		await call( shop, 'POST', `/runs/${ run.id }/confirm` );
		const { hit, seen } = disturbedSchema.parse(
			await shop.php(
				phpFile( __dirname, 'disturbed-step.php', {
					id: run.id,
					fault,
					at,
				} )
			)
		);
		await shop.sql(
			'UPDATE wp_keycrm_stock_runs SET lease_until = 1 WHERE active = 1'
		);
		await letTimePass( shop );
		const done = await drive( shop, { ...run, status: 'running' } );
		const drafts = await draftsOf( session );
		const found = {
			hit,
			orphans: await leftovers( session ),
			status: done.status,
			created: done.counts.created,
			drafts: drafts.map(
				( { sku, stock, price, parent_status } ) =>
					`${ sku } ${ stock } ${ price } ${ parent_status }`
			),
			attributes: drafts.flatMap( ( { attributes } ) => attributes )
				.length,
			products: await countProducts( session ),
		};
		await forgetDrafts( session );
		return { found, seen };
	}

	it.each( [ 'fail', 'deadlock', 'disconnect' ] )( '%s', async ( fault ) => {
		const { found: good, seen } = await disturbed( fault, 0 );
		expect( good ).toMatchObject( {
			created: DRAFTS.length,
			orphans: [],
			attributes: 6,
			products: before + 5 + 3,
		} );
		expect( seen ).toBeGreaterThan( 300 );
		for ( let place = 0; place < PLACES; place++ ) {
			const at = 1 + Math.floor( ( seen * place ) / PLACES );
			const { found } = await disturbed( fault, at );
			expect( { at, ...found } ).toEqual( {
				at,
				...good,
				hit: found.hit,
			} );
		}
	} );
} );
