namespace Schematic.Api.Setup;

/// <summary>An invented company as it was stored.</summary>
/// <param name="Number">Its place among the invented ones, from 0: the larger, the quieter.</param>
internal sealed record SampleCompany(int Number, long Seq, string Id, string Domain, IReadOnlyList<SampleUser> Users);

/// <summary>An invented user of a company.</summary>
internal sealed record SampleUser(long Seq, string Id, string Email);
