/** The notice about orders on the Overview, shown until the owner has answered. */
import { screen } from '@testing-library/react';
import type { OrdersState } from '../../../src-admin/contract';
import { FakeRest } from '../support/fake-rest';
import { at, someCurrent, someOrders } from '../support/sample-runs';
import { openScreen } from '../support/screen';

function siteWith( orders: Partial< OrdersState > ) {
	const rest = new FakeRest();
	rest.current = someCurrent( { orders: someOrders( orders ) } );
	return rest;
}

describe( 'the question about orders', () => {
	it.each( [
		[
			'nobody has answered it',
			{ question: 'how', subtracted: 'all', source_id: 0 } as const,
			/Nobody has said how this shop’s orders get into KeyCRM\. Until then each order of the last 14 days is subtracted/,
		],
		[
			'nobody has answered it, and nothing is subtracted',
			{ question: 'how', subtracted: 'none', source_id: 0 } as const,
			/goes back on sale with the next sync, and can be sold twice/,
		],
		[
			'two channels fit',
			{ question: 'which_channel', subtracted: 'all' } as const,
			/more than one sales channel of KeyCRM, and only you know/,
		],
	] )(
		'is shown with a link to the answer while %s',
		async ( _, orders, sentence ) => {
			await openScreen( siteWith( orders ) );
			expect( screen.getByText( sentence ) ).toBeVisible();
			expect(
				screen.getByRole( 'link', {
					name: 'Say how orders get into KeyCRM',
				} )
			).toHaveAttribute( 'href', expect.stringContaining( 'settings' ) );
		}
	);

	it( 'is not shown after it was answered', async () => {
		await openScreen( siteWith( {} ) );
		expect(
			screen.queryByRole( 'link', { name: /Say how orders/ } )
		).toBeNull();
	} );

	it( 'gives way to a notice if orders cannot be read, with the time since when', async () => {
		await openScreen( siteWith( { unread_since: at( -7200 ) } ) );
		expect(
			screen.getByText( /orders could not be read since/ )
		).toBeVisible();
		expect(
			screen.queryByRole( 'link', { name: /Say how orders/ } )
		).toBeNull();
	} );
} );
