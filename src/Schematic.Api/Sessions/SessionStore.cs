using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Members;
using Schematic.Api.Persistence;
using Schematic.Contracts.Sessions;

namespace Schematic.Api.Sessions;

/// <summary>Signed-in members. A session ends after two weeks without use, at sign-out, or with its member.</summary>
internal sealed class SessionStore(IDatabase database, TimeProvider time) : IMemberSessions
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>How finely the last use is known.</summary>
    private static readonly TimeSpan ExtendAfter = TimeSpan.FromHours(1);

    private static readonly TimeSpan BelievedFor = TimeSpan.FromSeconds(1);

    private const int MaxListed = 100;

    private readonly ConcurrentDictionary<string, (SessionResponseData Session, DateTimeOffset Until)> _believed = new(
        StringComparer.Ordinal
    );
    private readonly Lock _believing = new();
    private long _ended;

    /// <summary>Begins a session inside a write transaction.</summary>
    /// <returns>The session with its token, which is stored only as a hash.</returns>
    public static async Task<SessionResponseData> StartAsync(
        SchematicDb db,
        MemberRow member,
        SessionOrigin origin,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var token = Secrets.NewSessionToken();
        var expiresAt = now + Lifetime;
        await db.Sessions.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        db.Add(
            new SessionRow
            {
                Id = NewId.For(SessionRow.IdPrefix, now),
                TokenHash = Secrets.Hash(token),
                MemberSeq = member.Seq,
                CreatedAt = now,
                ExpiresAt = expiresAt,
                Address = origin.Address,
                UserAgent = origin.UserAgent,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return member.ToSession(expiresAt) with { Token = token };
    }

    /// <summary>
    /// Finds the member of a session without renewing it, inside a transaction. Null if the token is unknown
    /// or over.
    /// </summary>
    public static Task<MemberRow?> MemberAsync(
        SchematicDb db,
        string token,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var hash = Secrets.Hash(token);
        return db
            .Sessions.Where(row => row.TokenHash == hash && row.ExpiresAt > now)
            .Select(static row => row.Member)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<SessionResponseData> GetAsync(string? token, CancellationToken cancellationToken) =>
        (token is null ? null : await FindAsync(token, cancellationToken)) ?? throw Over();

    /// <summary>The session of <paramref name="token"/>, used now; null where it is unknown or over.</summary>
    public async Task<SessionResponseData?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = Secrets.Hash(token);
        var now = time.Now();
        SessionRow? session;
        await using (var db = database.OpenAccount())
            session = await db
                .Sessions.Include(row => row.Member)
                .FirstOrDefaultAsync(row => row.TokenHash == hash && row.ExpiresAt > now, cancellationToken);
        if (session is null)
            return null;
        var expiresAt = session.ExpiresAt;
        if (expiresAt - now < Lifetime - ExtendAfter)
        {
            expiresAt = now + Lifetime;
            await database.WriteAccountAsync(
                (db, writeToken) =>
                    db
                        .Sessions.Where(row => row.TokenHash == hash)
                        .ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, expiresAt), writeToken),
                cancellationToken
            );
        }

        return session.Member.ToSession(expiresAt);
    }

    /// <summary>The sessions of whose session <paramref name="token"/> is, the newest first.</summary>
    public async Task<IReadOnlyList<OwnSessionResponseData>> ListAsync(
        string? token,
        CancellationToken cancellationToken
    )
    {
        var now = time.Now();
        await using var db = database.OpenAccount();
        var member = await RequireMemberAsync(db, token, now, cancellationToken);
        var hash = Secrets.Hash(token!);
        var rows = await db
            .Sessions.Where(row => row.MemberSeq == member.Seq && row.ExpiresAt > now)
            .OrderByDescending(static row => row.Id)
            .Take(MaxListed)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => row.ToContract(isCurrent: row.TokenHash.AsSpan().SequenceEqual(hash)));
    }

    /// <summary>The ones of these sessions that are over, as hashes like they were asked for.</summary>
    public async Task<IReadOnlyList<string>> FindEndedAsync(
        IReadOnlyList<string> tokenHashes,
        CancellationToken cancellationToken
    )
    {
        var now = time.Now();
        var asked = tokenHashes.Select(ReadHash).ToList();
        await using var db = database.OpenAccount();
        var standing = await db
            .Sessions.Where(row => asked.Contains(row.TokenHash) && row.ExpiresAt > now)
            .Select(static row => row.TokenHash)
            .ToListAsync(cancellationToken);
        return [.. tokenHashes.Except(standing.Select(Convert.ToHexStringLower), StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>
    /// The session with its member's rights; refuses one that is over. Asked with every call of the console, so an open
    /// page of someone who has signed out elsewhere, or may do less than before, stops working too: here at once, on
    /// other instances within <see cref="BelievedFor"/>.
    /// </summary>
    public async ValueTask<SessionResponseData> RequireAsync(string token, CancellationToken cancellationToken)
    {
        var now = time.Now();
        if (_believed.TryGetValue(token, out var believed) && believed.Until > now)
            return believed.Session;
        foreach (var (old, known) in _believed)
        {
            if (known.Until <= now)
                _believed.TryRemove(old, out _);
        }

        var ended = Interlocked.Read(ref _ended);
        var session = await GetAsync(token, cancellationToken);
        lock (_believing)
        {
            // One that ended while it was being looked up must not come back.
            if (ended == _ended)
                _believed[token] = (session, now + BelievedFor);
        }

        return session;
    }

    public async Task EndAsync(string? token, CancellationToken cancellationToken)
    {
        if (token is null)
            return;
        var hash = Secrets.Hash(token);
        await database.WriteAccountAsync(
            (db, writeToken) => db.Sessions.Where(row => row.TokenHash == hash).ExecuteDeleteAsync(writeToken),
            cancellationToken
        );
        DoubtAll();
    }

    /// <summary>Ends one session of the member whose session <paramref name="token"/> is.</summary>
    public async Task EndOwnAsync(string? token, string id, CancellationToken cancellationToken)
    {
        var now = time.Now();
        await database.WriteAccountAsync(
            async (db, writeToken) =>
            {
                var member = await RequireMemberAsync(db, token, now, writeToken);
                var count = await db
                    .Sessions.Where(row => row.MemberSeq == member.Seq && row.Id == id)
                    .ExecuteDeleteAsync(writeToken);
                return count > 0 ? count : throw ApiProblem.NotFoundInAccount("session", id);
            },
            cancellationToken
        );
        DoubtAll();
    }

    /// <summary>Ends every session of the member whose session <paramref name="token"/> is, that one too.</summary>
    public async Task EndAllOwnAsync(string? token, CancellationToken cancellationToken)
    {
        var now = time.Now();
        await database.WriteAccountAsync(
            async (db, writeToken) =>
            {
                var member = await RequireMemberAsync(db, token, now, writeToken);
                await EndAllAsync(db, member, writeToken);
            },
            cancellationToken
        );
        DoubtAll();
    }

    private static byte[] ReadHash(string text, int index)
    {
        var hash = new byte[SHA256.HashSizeInBytes];
        return text.Length == 2 * hash.Length && Convert.FromHexString(text, hash, out _, out _) == OperationStatus.Done
            ? hash
            : throw ApiProblem.BadRequest("This is no SHA-256 in hexadecimal digits.", $"token_hashes[{index}]");
    }

    /// <summary>The member of a session, or 401.</summary>
    public static async Task<MemberRow> RequireMemberAsync(
        SchematicDb db,
        string? token,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => (token is null ? null : await MemberAsync(db, token, now, cancellationToken)) ?? throw Over();

    public Task EndAllAsync(SchematicDb db, MemberRow member, CancellationToken cancellationToken) =>
        db.Sessions.Where(row => row.MemberSeq == member.Seq).ExecuteDeleteAsync(cancellationToken);

    public void DoubtAll()
    {
        lock (_believing)
        {
            _ended++;
            _believed.Clear();
        }
    }

    private static ApiException Over() => ApiProblem.Unauthorized("This session has ended. Sign in again.");
}
