/** WordPress's notice with components that use hooks in it. */
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from '@wordpress/element';
import { Message } from '../../../src-admin/ui/message';

const live = () => document.querySelector( '#a11y-speak-assertive' );

function Counter() {
	const [ times, setTimes ] = useState( 0 );
	return (
		<button onClick={ () => setTimes( times + 1 ) }>
			pressed { times }
		</button>
	);
}

it( 'a notice may contain a component with hooks, and only the notice’s text is announced', () => {
	render(
		<Message status="error" text={ [ 'It failed.', '', 'Try again.' ] }>
			<Counter />
		</Message>
	);
	fireEvent.click( screen.getByRole( 'button' ) );
	expect( screen.getByRole( 'button' ) ).toHaveTextContent( 'pressed 1' );
	expect( live() ).toHaveTextContent( 'It failed. Try again.' );
	expect( live() ).not.toHaveTextContent( 'pressed' );
} );
