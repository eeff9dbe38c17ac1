namespace Schematic.Api.Http;

/// <summary>A resource with the name of its state.</summary>
/// <param name="ETag">In its quotation marks.</param>
internal sealed record WithETag<T>(T Value, string ETag)
    where T : class
{
    public WithETag<object> AsObject() => new(Value, ETag);
}
