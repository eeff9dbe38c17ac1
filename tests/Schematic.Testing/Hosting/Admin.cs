namespace Schematic.Testing.Hosting;

/// <summary>The one member a test server starts with.</summary>
public static class Admin
{
    public const string Email = "ada@example.com";
    public const string Password = "correct horse battery staple";
}
