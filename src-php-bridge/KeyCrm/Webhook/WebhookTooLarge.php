<?php
/**
 * A webhook's message is longer, or has more items, than is accepted.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Webhook;

defined( 'ABSPATH' ) || exit;

final class WebhookTooLarge extends \RuntimeException {}
