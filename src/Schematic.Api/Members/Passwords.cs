using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Schematic.Api.Http;

namespace Schematic.Api.Members;

/// <summary>
/// Hashes and compares passwords, which takes a processor's time on purpose: on half of the processors at most, and
/// whoever would wait long is refused. A member that does not exist takes as long as one that does.
/// </summary>
internal sealed class Passwords(IPasswordHasher<MemberRow> hasher) : IDisposable
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA512, as many as OWASP asks for.</summary>
    public const int Iterations = 210_000;

    private const int MaxWaiting = 32;
    private const byte FormatWithIterations = 1;

    // In place of the member that there is not.
    private static readonly MemberRow Nobody = new()
    {
        Id = "",
        Email = "",
        Name = "",
        PasswordHash = "",
    };

    private readonly Lazy<string> _nobodysHash = new(() => hasher.HashPassword(Nobody, "nobody's"));
    private readonly Turns _turns = new(
        Turns.HalfOfTheProcessors,
        MaxWaiting,
        "Too many people are signing in at this moment"
    );

    public void Dispose() => _turns.Dispose();

    public Task<string> HashAsync(string password, CancellationToken cancellationToken) =>
        _turns.RunAsync(() => Task.FromResult(hasher.HashPassword(Nobody, password)), cancellationToken);

    public Task<PasswordVerificationResult> VerifyAsync(
        MemberRow? member,
        string password,
        CancellationToken cancellationToken
    ) => _turns.RunAsync(() => Task.FromResult(Verify(member, password)), cancellationToken);

    private PasswordVerificationResult Verify(MemberRow? member, string password)
    {
        if (member is null)
        {
            hasher.VerifyHashedPassword(Nobody, _nobodysHash.Value, password);
            return PasswordVerificationResult.Failed;
        }

        var result = hasher.VerifyHashedPassword(member, member.PasswordHash, password);
        // A hash made with fewer iterations must not be told by the time it takes.
        if (
            result == PasswordVerificationResult.Failed
            && Iterations - IterationsOf(member.PasswordHash) is > 0 and var rest
        )
            hasher.VerifyHashedPassword(Nobody, HashThatNothingHas(rest), password);
        return result;
    }

    // In the layout of ASP.NET Core Identity: format, PRF, iterations, length of the salt, salt, key. Nobody's password
    // has a key of zeros.
    private static string HashThatNothingHas(int iterations)
    {
        const int saltLength = 16;
        const int keyLength = 32;
        const int prfHmacSha512 = 2;
        var hash = new byte[13 + saltLength + keyLength];
        hash[0] = FormatWithIterations;
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(1), prfHmacSha512);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(5), iterations);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(9), saltLength);
        return Convert.ToBase64String(hash);
    }

    /// <summary>The iterations that a hash of ASP.NET Core Identity says it was made with.</summary>
    public static int IterationsOf(string hash)
    {
        var bytes = Convert.FromBase64String(hash);
        return bytes is [FormatWithIterations, _, _, _, _, _, _, _, _, ..]
            ? BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(5))
            : 0;
    }
}
