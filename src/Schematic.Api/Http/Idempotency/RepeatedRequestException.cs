namespace Schematic.Api.Http.Idempotency;

/// <summary>The request was carried out before, under the same key.</summary>
internal sealed class RepeatedRequestException : Exception;
