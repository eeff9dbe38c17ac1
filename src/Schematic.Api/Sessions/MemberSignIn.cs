using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Http;
using Schematic.Api.Members;
using Schematic.Api.Persistence;
using Schematic.Contracts.Sessions;

namespace Schematic.Api.Sessions;

/// <summary>Signs members in by their passwords, and changes these.</summary>
internal sealed class MemberSignIn(
    IDatabase database,
    SessionStore sessions,
    Passwords passwords,
    SignInThrottle throttle,
    TimeProvider time
)
{
    public async Task<SessionResponseData> SignInAsync(SignInRequestBody body, CancellationToken cancellationToken)
    {
        var email = MemberStore.Normalize(body.Email);
        using var attempt = throttle.Enter(email, body.Address, body.KnownBrowser);
        MemberRow? member;
        await using (var db = database.OpenAccount())
            member = await db.Members.FirstOrDefaultAsync(row => row.Email == email, cancellationToken);
        var result = await passwords.VerifyAsync(member, body.Password, cancellationToken);
        if (member is null || result == PasswordVerificationResult.Failed)
        {
            attempt.IsWrong = true;
            throw Wrong();
        }

        if (member.DisabledAt is not null)
            throw ApiProblem.Forbidden("Your account is disabled. Ask an admin of your team to enable it.");
        var hash =
            result == PasswordVerificationResult.SuccessRehashNeeded
                ? await passwords.HashAsync(body.Password, cancellationToken)
                : member.PasswordHash;
        return await database.WriteAccountAsync(
            async (db, token) =>
            {
                // Also holds up a change of the password, which ends the sessions it finds.
                if (!await ReplaceAsync(db, member, hash, token))
                    throw Wrong();
                var origin = new SessionOrigin(body.Address, body.UserAgent);
                return await SessionStore.StartAsync(db, member, origin, time.Now(), token);
            },
            cancellationToken
        );
    }

    /// <summary>Gives the member of a session another password and ends all other sessions of that member.</summary>
    public async Task<SessionResponseData> ChangePasswordAsync(
        string? token,
        ChangePasswordRequestBody body,
        CancellationToken cancellationToken
    )
    {
        MemberRow member;
        await using (var db = database.OpenAccount())
            member = await SessionStore.RequireMemberAsync(db, token, time.Now(), cancellationToken);
        // Whoever has found an open console must not find out the password, too; nor keep its owner from signing in.
        using (var attempt = throttle.Enter(member.Email, address: null, knownBrowser: "change of password"))
        {
            var result = await passwords.VerifyAsync(member, body.CurrentPassword, cancellationToken);
            if (result == PasswordVerificationResult.Failed)
            {
                attempt.IsWrong = true;
                throw ApiProblem.BadRequest("This is not your current password.", "current_password");
            }
        }

        if (body.NewPassword == body.CurrentPassword)
            throw ApiProblem.BadRequest("The new password is the current one. Choose another.", "new_password");
        var hash = await passwords.HashAsync(body.NewPassword, cancellationToken);
        var mine = Authentication.Secrets.Hash(token!);
        await database.WriteAccountAsync(
            async (db, writeToken) =>
            {
                if (!await ReplaceAsync(db, member, hash, writeToken))
                    throw ApiProblem.Conflict("This password was changed a moment ago elsewhere. Sign in again.");
                return await db
                    .Sessions.Where(row => row.MemberSeq == member.Seq && row.TokenHash != mine)
                    .ExecuteDeleteAsync(writeToken);
            },
            cancellationToken
        );
        sessions.DoubtAll();
        return await sessions.GetAsync(token, cancellationToken);
    }

    // False where the password that was verified is no longer the member's.
    private async Task<bool> ReplaceAsync(
        SchematicDb db,
        MemberRow member,
        string hash,
        CancellationToken cancellationToken
    )
    {
        var (seq, verified, now) = (member.Seq, member.PasswordHash, time.Now());
        var isAnother = hash != verified;
        return await db
                .Members.Where(row => row.Seq == seq && row.PasswordHash == verified && row.DisabledAt == null)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.PasswordHash, hash)
                            .SetProperty(row => row.UpdatedAt, row => isAnother ? now : row.UpdatedAt),
                    cancellationToken
                ) == 1;
    }

    private static ApiException Wrong() =>
        ApiProblem.Unauthorized("This email and password do not belong together. Check both and try again.");
}
