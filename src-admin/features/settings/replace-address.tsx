import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { ApiError } from '../../api/api-error';
import { ActionButton } from '../../ui/action-button';
import { ErrorNotice } from '../../ui/error-notice';

interface Props< Renewed > {
	/** Tells two such addresses on one page apart. */
	label: string;
	/** What stops working until the new address is entered elsewhere. */
	warning: string;
	renewal: UseMutationResult< Renewed, ApiError, void >;
	/** Other buttons for the address. */
	children: ReactNode;
}

/** Makes a new address with a secret, after asking. */
export function ReplaceAddress< Renewed >( {
	label,
	warning,
	renewal,
	children,
}: Props< Renewed > ) {
	const [ isAsking, setIsAsking ] = useState( false );
	return (
		<>
			<div className="keycrm-stock-row">
				{ children }
				<ActionButton
					variant="tertiary"
					onClick={ () => setIsAsking( ! isAsking ) }
				>
					{ label }
				</ActionButton>
			</div>
			{ isAsking && (
				<div className="keycrm-stock-row">
					<span>{ warning }</span>
					<ActionButton
						destructive
						busy={ renewal.isPending }
						onClick={ () =>
							renewal.mutate( undefined, {
								onSettled: () => setIsAsking( false ),
							} )
						}
					>
						{ __( 'Replace the address', 'stock-sync-for-keycrm' ) }
					</ActionButton>
				</div>
			) }
			<ErrorNotice
				error={ renewal.error }
				what={ __(
					'The address was not replaced.',
					'stock-sync-for-keycrm'
				) }
			/>
		</>
	);
}
