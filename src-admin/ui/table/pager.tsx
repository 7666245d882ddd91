import { useEffect } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { formatNumber } from '../../lib/format';
import { ActionButton } from '../action-button';

interface Props {
	page: number;
	perPage: number;
	total: number;
	/** The total with its unit, such as "51 products". */
	count: string;
	onPage: ( page: number ) => void;
}

export function Pager( { page, perPage, total, count, onPage }: Props ) {
	const pages = Math.max( 1, Math.ceil( total / perPage ) );
	// The list became shorter while the person was on its last page.
	const isBeyond = page > pages;
	useEffect( () => {
		if ( isBeyond ) {
			onPage( pages );
		}
	}, [ isBeyond, onPage, pages ] );

	return (
		<nav
			className="keycrm-stock-row"
			aria-label={ __( 'Pages of the list', 'stock-sync-for-keycrm' ) }
		>
			<ActionButton
				disabled={ page <= 1 }
				onClick={ () => onPage( page - 1 ) }
			>
				{ __( 'Previous', 'stock-sync-for-keycrm' ) }
			</ActionButton>
			<span role="status">
				{ sprintf(
					/* translators: 1: number of the page, 2: how many pages, 3: how much there is, such as "51 products". */
					__( 'Page %1$s of %2$s, %3$s', 'stock-sync-for-keycrm' ),
					formatNumber( page ),
					formatNumber( pages ),
					count
				) }
			</span>
			<ActionButton
				disabled={ page >= pages }
				onClick={ () => onPage( page + 1 ) }
			>
				{ __( 'Next', 'stock-sync-for-keycrm' ) }
			</ActionButton>
		</nav>
	);
}
