using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Members;
using Schematic.Api.Persistence;
using Schematic.Contracts.Sessions;

namespace Schematic.Api.Sessions;

/// <summary>Signed-in members. A session ends after two weeks without use, at sign-out, or with its member.</summary>
internal sealed class SessionStore(
    IDatabase database,
    IPasswordHasher<MemberRow> passwords,
    SignInThrottle throttle,
    TimeProvider time
)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);
    private static readonly TimeSpan ExtendAfter = TimeSpan.FromDays(1);

    private static readonly TimeSpan BelievedFor = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _believedUntil = new(StringComparer.Ordinal);
    private readonly Lock _believing = new();
    private long _ended;

    // Hashed when the email is unknown, so that the time to answer does not tell which emails exist.
    private static readonly MemberRow Nobody = new()
    {
        Id = "",
        Email = "",
        Name = "",
        PasswordHash = "",
    };

    public async Task<SessionResponseData> SignInAsync(SignInRequestBody body, CancellationToken cancellationToken)
    {
        var email = MemberStore.Normalize(body.Email);
        throttle.Enter(email);
        MemberRow? member;
        await using (var db = database.OpenAccount())
            member = await db.Members.FirstOrDefaultAsync(row => row.Email == email, cancellationToken);
        if (member is null)
            passwords.HashPassword(Nobody, body.Password);
        if (
            member is null
            || passwords.VerifyHashedPassword(member, member.PasswordHash, body.Password)
                == PasswordVerificationResult.Failed
        )
            throw ApiProblem.Unauthorized("This email and password do not belong together. Check both and try again.");
        return await database.WriteAccountAsync(
            (db, token) => StartAsync(db, member, time.Now(), token),
            cancellationToken
        );
    }

    /// <summary>Begins a session inside a write transaction.</summary>
    /// <returns>The session with its token, which is stored only as a hash.</returns>
    public static async Task<SessionResponseData> StartAsync(
        SchematicDb db,
        MemberRow member,
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
                TokenHash = Secrets.Hash(token),
                MemberSeq = member.Seq,
                CreatedAt = now,
                ExpiresAt = expiresAt,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return ToContract(member, expiresAt) with { Token = token };
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
        (token is null ? null : await FindAsync(token, cancellationToken))
        ?? throw ApiProblem.Unauthorized("This session has ended. Sign in again.");

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

        return ToContract(session.Member, expiresAt);
    }

    /// <summary>
    /// Refuses a session that is over. Asked with every call of the console, so an open page of someone who has signed
    /// out elsewhere stops working too: here at once, on other instances within <see cref="BelievedFor"/>.
    /// </summary>
    public async ValueTask RequireAsync(string token, CancellationToken cancellationToken)
    {
        var now = time.Now();
        if (_believedUntil.TryGetValue(token, out var until) && until > now)
            return;
        foreach (var (old, oldUntil) in _believedUntil)
        {
            if (oldUntil <= now)
                _believedUntil.TryRemove(old, out _);
        }

        var ended = Interlocked.Read(ref _ended);
        await GetAsync(token, cancellationToken);
        lock (_believing)
        {
            // One that ended while it was being looked up must not come back.
            if (ended == _ended)
                _believedUntil[token] = now + BelievedFor;
        }
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
        lock (_believing)
        {
            _ended++;
            _believedUntil.TryRemove(token, out _);
        }
    }

    private static SessionResponseData ToContract(MemberRow member, DateTimeOffset expiresAt) =>
        new()
        {
            MemberId = member.Id,
            Email = member.Email,
            Name = member.Name,
            ExpiresAt = expiresAt,
        };
}
