import { Component } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { ActionButton } from './action-button';
import { TechnicalDetails } from './technical-details';
import { Message } from './message';

interface Props {
	children: ReactNode;
}

interface State {
	error: Error | null;
}

/** Shows an error instead of its children if one of them throws; the rest of the page stays. */
export class ErrorBoundary extends Component< Props, State > {
	override state: State = { error: null };

	static getDerivedStateFromError( cause: unknown ): State {
		return {
			error:
				cause instanceof Error ? cause : new Error( String( cause ) ),
		};
	}

	override componentDidCatch( cause: unknown ): void {
		// React's production build does not log it.
		// eslint-disable-next-line no-console
		console.error( 'Stock Sync for KeyCRM:', cause );
	}

	override render(): ReactNode {
		const { error } = this.state;
		if ( null === error ) {
			return this.props.children;
		}
		const text = __(
			'This part of the page could not be shown. The sync goes on without it. Try again; if it happens again, send the technical details to your developer.',
			'stock-sync-for-keycrm'
		);
		return (
			<Message status="error" text={ text }>
				<TechnicalDetails
					error={ {
						code: error.name,
						details: [ error.message, error.stack ?? '' ].join(
							'\n'
						),
					} }
				/>
				<div className="keycrm-stock-row">
					<ActionButton
						onClick={ () => this.setState( { error: null } ) }
					>
						{ __( 'Try again', 'stock-sync-for-keycrm' ) }
					</ActionButton>
					<ActionButton onClick={ () => window.location.reload() }>
						{ __( 'Reload the page', 'stock-sync-for-keycrm' ) }
					</ActionButton>
				</div>
			</Message>
		);
	}
}
