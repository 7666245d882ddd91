import { screen } from '@testing-library/react';
import { FakeRest } from '../support/fake-rest';
import { openScreen, pass } from '../support/screen';
import { someSettings } from '../support/samples';

const FROM = {
	moved_from: 'https://shop.example',
	api_key_set: false,
	api_key_problem: 'The API key was entered at https://shop.example.',
};
const moved = () => screen.queryByRole( 'button', { name: /has moved/ } );

it.each( [
	[ 'the overview', '' ],
	[ 'the settings', '&tab=settings' ],
] )(
	'%s asks a shop at another address whether it has moved',
	async ( _where, tab ) => {
		const rest = new FakeRest();
		rest.settings = someSettings( FROM );
		const { user } = await openScreen( rest, tab );
		expect(
			screen.getAllByText( FROM.api_key_problem )[ 0 ]
		).toBeVisible();
		const button = moved();
		if ( button !== null ) {
			await user.click( button );
		}
		await pass( 0.1 );
		expect( rest.askedFor( 'POST /settings' )[ 0 ]?.body ).toEqual( {
			site_moved: true,
		} );
	}
);

it( 'asks nothing if the address is the same', async () => {
	await openScreen( new FakeRest(), '&tab=settings' );
	expect( moved() ).toBeNull();
} );
