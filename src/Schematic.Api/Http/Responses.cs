using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Http;

/// <summary>Successful answers, each in its envelope.</summary>
internal static class Responses
{
    private static readonly object NoParams = new();

    public static Ok<Envelope<T>> Ok<T>(T data, IQuery? query = null) =>
        TypedResults.Ok(new Envelope<T> { Data = data, Params = query ?? NoParams });

    /// <summary>With the name of the state in <c>ETag</c>.</summary>
    public static Ok<Envelope<T>> Ok<T>(HttpResponse response, WithETag<T> tagged)
        where T : class
    {
        response.Headers.ETag = tagged.ETag;
        return Ok(tagged.Value);
    }

    public static Created<Envelope<T>> Created<T>(HttpResponse response, WithETag<T> tagged)
        where T : class
    {
        response.Headers.ETag = tagged.ETag;
        return Created(tagged.Value);
    }

    public static Created<Envelope<T>> Created<T>(T data) =>
        TypedResults.Created((string?)null, new Envelope<T> { Data = data, Params = NoParams });

    public static Ok<Envelope<CountResponse>> Count(long count, IQuery query) =>
        Ok(new CountResponse { Count = count }, query);

    public static Ok<Envelope<DeleteResponse>> Deleted(IQuery? query = null) =>
        Ok(new DeleteResponse { Deleted = true }, query);
}
