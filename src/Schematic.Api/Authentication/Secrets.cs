using System.Security.Cryptography;
using System.Text;
using Schematic.Contracts.Environments;

namespace Schematic.Api.Authentication;

/// <summary>Makes and hashes what is shown once and never stored.</summary>
internal static class Secrets
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int Length = 32;

    /// <summary>A new API-key secret, like <c>sch_prod_…</c>: 32 characters of 62, about 190 bits.</summary>
    public static string NewApiKey(EnvironmentType? environmentType) =>
        Prefix(environmentType) + RandomNumberGenerator.GetString(Alphabet, Length);

    public static string NewSessionToken() => RandomNumberGenerator.GetString(Alphabet, 2 * Length);

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static string Prefix(EnvironmentType? environmentType) =>
        environmentType switch
        {
            EnvironmentType.Production => "sch_prod_",
            EnvironmentType.Staging => "sch_stag_",
            EnvironmentType.Development => "sch_dev_",
            _ => "sch_acct_",
        };
}
