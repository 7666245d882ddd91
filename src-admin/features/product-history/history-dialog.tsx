import { Modal, Spinner } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { useProductHistory } from '../../api/queries';
import { historyFigure } from './history-chart';
import type { Change } from '../../contract';
import { ErrorNotice } from '../../ui/error-notice';

interface Props {
	change: Change;
	onClose: () => void;
}

/** The quantities of a product over the last 30 days. */
export function HistoryDialog( { change, onClose }: Props ) {
	const { product_id: productId, product_name: productName } = change;
	const { data, error, refetch } = useProductHistory( productId );
	const place = useRef< HTMLDivElement >( null );

	useEffect( () => {
		if ( data ) {
			place.current?.replaceChildren( historyFigure( data ) );
		}
	}, [ data ] );

	return (
		<Modal
			title={ sprintf(
				/* translators: %s: name of a product. */
				__( '%s: the last 30 days', 'stock-sync-for-keycrm' ),
				productName
			) }
			size="large"
			onRequestClose={ onClose }
		>
			<ErrorNotice error={ error } onRetry={ () => void refetch() } />
			{ undefined === data && null === error && <Spinner /> }
			<div ref={ place } />
		</Modal>
	);
}
