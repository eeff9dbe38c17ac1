using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Credits.Accounts;

/// <summary>Requests that came with a key, so that one which is sent again gives nothing again.</summary>
internal static class CreditRequests
{
    /// <summary>
    /// Keeps the key of a request in the transaction of what the request does: of two that come at once, the second
    /// waits for the first, and finds it.
    /// </summary>
    /// <param name="grantId">Id of the grant that the request is about to make.</param>
    /// <returns>Id of the grant that was made under the key before; null if there is none.</returns>
    /// <exception cref="ApiException">400: the key was used for another request.</exception>
    public static async Task<string?> TakeAsync<T>(
        SchematicDb db,
        IdempotencyKey key,
        T body,
        string grantId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (key.Value is not { } value)
            return null;
        var forgotten = now - CreditRequestRow.Lifetime;
        await db.ExecuteAsync(
            new SqlText(
                $"""
                DELETE FROM credit_requests
                WHERE environment_seq = {db.EnvironmentSeq} AND key = {value} AND seen_at <= {forgotten}
                """
            ),
            cancellationToken
        );
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Strict));
        var rows = new SqlRows("environment_seq", "key", "body_hash", "grant_id", "seen_at");
        rows.Add(db.EnvironmentSeq, value, hash, grantId, now);
        var taken = await db.InsertAsync(
            new SqlLiteral("credit_requests"),
            rows,
            "ON CONFLICT (environment_seq, key) DO NOTHING RETURNING key",
            static row => row.Text(0),
            cancellationToken
        );
        if (taken.Count > 0)
            return null;
        var earlier = await db.CreditRequests.AsNoTracking().SingleAsync(row => row.Key == value, cancellationToken);
        return earlier.BodyHash.AsSpan().SequenceEqual(hash)
            ? earlier.GrantId
            : throw ApiProblem.BadRequest(
                $"{IdempotencyKey.Header} \"{ApiProblem.Shorten(value)}\" was sent with another request before. "
                    + "Give each request a key of its own; nothing was granted."
            );
    }
}
