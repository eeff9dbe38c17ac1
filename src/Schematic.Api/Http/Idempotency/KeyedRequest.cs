using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Http.Binding;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Http.Idempotency;

/// <summary>A request that came with a key of its own: carried out once, however often it is sent.</summary>
internal sealed class KeyedRequest(
    IDatabase database,
    int environmentSeq,
    string key,
    byte[] hash,
    DateTimeOffset seenAt
)
{
    private readonly DateTimeOffset _forgotten = seenAt - KeptRequestRow.Lifetime;

    /// <summary>Reads a request of the environment or account, and leaves its body to be read again.</summary>
    /// <exception cref="ApiException">400: the key is none.</exception>
    public static async Task<KeyedRequest> ReadAsync(HttpContext context, IDatabase database, int environmentSeq)
    {
        var key = IdempotencyKey.Read(context.Request);
        var address = Encoding.UTF8.GetBytes(context.Request.GetEncodedPathAndQuery());
        var hash = await RequestBody.PeekAsync(context, body => SHA256.HashData([.. address, 0, .. body]));
        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        return new KeyedRequest(database, environmentSeq, key, hash, time.Now());
    }

    /// <summary>Keeps the key in the transaction of what the request changes.</summary>
    /// <exception cref="RepeatedRequestException">A request with the key was carried out meanwhile.</exception>
    public async Task KeepAsync(SchematicDb db, CancellationToken cancellationToken)
    {
        var kept = await db.QueryAsync(
            new SqlText(
                $"""
                INSERT INTO kept_requests AS k (environment_seq, key, request_hash, seen_at)
                VALUES ({environmentSeq}, {key}, {hash}, {seenAt})
                ON CONFLICT (environment_seq, key) DO UPDATE
                    SET request_hash = excluded.request_hash, seen_at = excluded.seen_at, status = NULL, answer = NULL
                    WHERE k.seen_at <= {_forgotten}
                RETURNING key
                """
            ),
            static row => row.GetString(0),
            cancellationToken
        );
        if (kept.Count == 0)
            throw new RepeatedRequestException();
    }

    /// <summary>The request that was carried out under the key, if there is one.</summary>
    /// <exception cref="ApiException">409: it was another request.</exception>
    public async Task<KeptRequestRow?> FindAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open(environmentSeq);
        var row = await db
            .KeptRequests.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Key == key && one.SeenAt > _forgotten, cancellationToken);
        if (row is null || row.RequestHash.AsSpan().SequenceEqual(hash))
            return row;
        throw ApiProblem.Conflict(
            $"{IdempotencyKey.Header} \"{ApiProblem.Shorten(key)}\" was sent with another request before. "
                + "Give each request a key of its own; nothing was changed."
        );
    }

    /// <summary>Keeps the answer, for whoever sends the request again.</summary>
    public Task KeepAnswerAsync(int status, string? eTag, byte[] answer, CancellationToken cancellationToken) =>
        database.WriteAsync(
            environmentSeq,
            (db, token) =>
                db.ExecuteAsync(
                    new SqlText(
                        $"""
                        UPDATE kept_requests SET status = {status}, e_tag = {eTag}, answer = {answer}
                        WHERE environment_seq = {environmentSeq} AND key = {key} AND seen_at = {seenAt}
                        """
                    ),
                    token
                ),
            cancellationToken
        );
}
