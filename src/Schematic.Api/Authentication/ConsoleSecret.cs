using System.Security.Cryptography;
using System.Text;

namespace Schematic.Api.Authentication;

/// <summary>
/// The secret that the console and the server share; with it alone come set-up, sign-in and acting for a member.
/// </summary>
/// <param name="secret">Empty where no console is attached: then nothing matches.</param>
internal sealed class ConsoleSecret(string secret)
{
    /// <summary>Shorter secrets are refused at start.</summary>
    public const int MinLength = 32;

    private readonly byte[] _hash = Secrets.Hash(secret);

    public bool Matches(string candidate) =>
        secret.Length > 0
        && CryptographicOperations.FixedTimeEquals(_hash, SHA256.HashData(Encoding.UTF8.GetBytes(candidate)));
}
