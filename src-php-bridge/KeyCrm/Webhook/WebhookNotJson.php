<?php
/**
 * A webhook's message is no JSON.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Webhook;

defined( 'ABSPATH' ) || exit;

final class WebhookNotJson extends \RuntimeException {}
