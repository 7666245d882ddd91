import '@testing-library/jest-dom';
import { notifyManager } from '@tanstack/react-query';
import apiFetch from '@wordpress/api-fetch';
import { act, cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../../../src-admin/app/app';
import type { FakeRest } from './fake-rest';
import { NOW } from './sample-runs';

// jsdom has no media queries; @wordpress/components asks for the width of the window.
Object.defineProperty( window, 'matchMedia', {
	value: () => ( { matches: false } ),
} );

// What is read out is what is written too; tests look for the writing.
configure( { defaultIgnore: 'script, style, .a11y-speak-region' } );

// News of the cache come at once, and not with a timer that only a test could move on.
notifyManager.setScheduler( queueMicrotask );

// As WordPress sets it up for its own pages.
const nonce = apiFetch.createNonceMiddleware( '' );
apiFetch.use( nonce );
Object.assign( apiFetch, {
	nonceMiddleware: nonce,
	nonceEndpoint: '/wp-admin/admin-ajax.php?action=rest-nonce',
} );

const liveRegions = () => document.querySelectorAll( '.a11y-speak-region' );

/** The clock stands at NOW and moves only when a test lets it. */
beforeEach( () => {
	jest.useFakeTimers( { now: Date.parse( NOW ) } );
} );

afterEach( () => {
	cleanup();
	jest.useRealTimers();
	liveRegions().forEach( ( region ) => ( region.textContent = '' ) );
} );

/** Lets so many seconds pass, and everything happen that is due in them. */
export const pass = ( seconds: number ) =>
	act( async () => {
		await jest.advanceTimersByTimeAsync( seconds * 1000 );
	} );

/** Opens the screen at an address, against this site, and lets it load. */
export async function openScreen( rest: FakeRest, query = '' ) {
	window.history.replaceState( null, '', `?page=keycrm-stock${ query }` );
	Object.defineProperty( window, 'fetch', {
		value: rest.fetch,
		configurable: true,
	} );
	nonce.nonce = rest.nonce ?? '';
	const user = userEvent.setup( {
		advanceTimers: async ( ms ) => {
			await jest.advanceTimersByTimeAsync( ms );
		},
	} );
	const page = render( <App /> );
	await pass( 0.1 );
	return { user, ...page };
}

/** What a screen reader was told last. */
export const announced = (): string =>
	Array.from( liveRegions(), ( region ) => region.textContent ).join( '' );
