import { z } from 'zod';
import { behaviourPatchSchema } from '../behaviour';
import { demoCatalogue } from '../seeds/demo';
import { generatedCatalogue } from '../seeds/generated';
import { catalogueSeedSchema, warehouseSeedSchema } from '../seeds/seed-types';
import { action, DONE, nothing } from './action';

const seedBody = z.union( [
	z.object( { demo: z.literal( true ) } ),
	z.object( { generated: z.number() } ),
	z.object( { catalogue: catalogueSeedSchema } ),
] );

const clockBody = z.object( {
	advance_ms: z.number().optional(),
	set_ms: z.number().optional(),
	speed: z.number().optional(),
} );

export const accountActions = [
	action( 'reset', nothing, ( world ) => {
		world.reset();
		return DONE;
	} ),
	action( 'seed', seedBody, ( world, wanted ) => {
		if ( 'demo' in wanted ) {
			world.seed( demoCatalogue().seed );
		} else if ( 'generated' in wanted ) {
			world.seed( generatedCatalogue( wanted.generated ) );
		} else {
			world.seed( wanted.catalogue );
		}
		return { offers: world.catalogue.offers().length };
	} ),
	action( 'key', z.object( { key: z.string() } ), ( world, { key } ) => {
		world.key = key;
		return DONE;
	} ),
	action( 'behaviour', behaviourPatchSchema, ( world, patch ) => {
		world.behave( patch );
		return world.behaviour;
	} ),
	action( 'clock', clockBody, ( { clock }, body ) => {
		// The speed comes first, so that a clock that is stopped stands at the very time it is set to.
		clock.run( body.speed ?? clock.speed );
		clock.set( ( body.set_ms ?? clock.now() ) + ( body.advance_ms ?? 0 ) );
		return { now_ms: clock.now(), speed: clock.speed };
	} ),
	action(
		'spend',
		z.object( { requests: z.number() } ),
		( world, { requests } ) => {
			world.limiter.spend( world.key, requests );
			return DONE;
		}
	),
	action( 'warehouse', warehouseSeedSchema, ( { catalogue }, seed ) => {
		const { id, name, is_active } = seed;
		catalogue.warehouses.set( id, {
			id,
			name,
			is_active: is_active ?? true,
		} );
		return DONE;
	} ),
];
