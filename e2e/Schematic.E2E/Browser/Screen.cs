namespace Schematic.E2E.Browser;

/// <summary>The widths the console is made for.</summary>
public readonly record struct Screen(int Width, int Height)
{
    public static readonly Screen Desktop = new(1440, 900);
    public static readonly Screen Tablet = new(1024, 768);
    public static readonly Screen Phone = new(390, 844);
}
