import { __ } from '@wordpress/i18n';
import type { OrdersState } from '../../contract';
import { routeTo } from '../../app/router/route';
import { Message } from '../../ui/message';
import { RouteLink } from '../../app/router/route-link';

interface Props {
	orders: OrdersState;
}

/** Asks the owner how orders get into KeyCRM, and says what the missing answer costs. */
export function OrderQuestion( { orders }: Props ) {
	const sentences = [ orders.question_text, orders.unread_text ].filter(
		Boolean
	);
	if ( sentences.length === 0 ) {
		return null;
	}
	return (
		<Message status="warning" text={ sentences }>
			{ 'none' !== orders.question && (
				<p>
					<RouteLink to={ routeTo( 'settings' ) }>
						{ __(
							'Say how orders get into KeyCRM',
							'stock-sync-for-keycrm'
						) }
					</RouteLink>
				</p>
			) }
		</Message>
	);
}
